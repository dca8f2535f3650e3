package org.millwright.contract;

/** Records that a contract leaves out on purpose; they are counted and reported, never rejected. */
public record Exclusion(String field, String matches, String reason) {}
