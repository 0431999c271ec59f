/** How every refusal of a command ends. */
export const nothing = '本次操作没有写入任何内容。';
