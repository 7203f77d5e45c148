package org.redress.contracts.cases;

/**
 * Names a text that routing holds; texts never travel on topics.
 *
 * @param textId id of the text within its case
 * @param digest SHA-256 of the text in UTF-8, lower-case hexadecimal
 */
public record TextReference(String textId, String digest) {}
