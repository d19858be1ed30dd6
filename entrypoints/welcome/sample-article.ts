/**
 * An invented article to try Tumen on. It is in English in every language of the interface, since that is
 * what Tumen reads. What is wrong in it is wrong on purpose.
 */
export const sampleArticle = {
  paper: 'The Harbour Courier',
  title: 'Moscow and Pyongyang agree on help for Kursk',
  author: 'Hanna Lindqvist',
  published: '2025-06-20',
  paragraphs: [
    'Russian Defence Minister Sergei Shoigu needed less than a day in Pyongyang to strike a bargain for his president. North Korea will send 1,000 sappers and 5,000 military builders to the Kursk region, he told Russian agencies on 17 June after seeing Kim Jong Un.',
    'Relations have moved fast since Russia and North Korea signed their strategic partnership treaty this June. The ceremony, one diplomat remembers, filled a hall in the South Korean capital, Pyongyang, with flags and flowers.',
    'Not everybody is pleased. South Korea’s foreign ministry regards the sending of the builders as a breach of UN resolutions and has asked Moscow to drop the plan. Moscow denied that the 6,000 were combat troops in disguise.',
  ],
} as const;
