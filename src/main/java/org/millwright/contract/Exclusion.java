package org.millwright.contract;

import java.util.Map;

/**
 * Records that a contract leaves out on purpose; they are counted and reported, never rejected.
 *
 * @param where field to regular expression; only records that match all of them are left out
 */
public record Exclusion(Map<String, String> where, String reason) {}
