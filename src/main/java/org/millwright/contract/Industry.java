package org.millwright.contract;

/**
 * One industry of the scheme.
 *
 * @param code lower_snake_case
 * @param parent the industry it is part of; empty for the whole
 * @param position order of presentation
 */
public record Industry(String code, String parent, int position, String labelEn, String labelZh) {}
