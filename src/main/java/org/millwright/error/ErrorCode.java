package org.millwright.error;

/** Every kind of error the program reports, and who must act on it. */
public enum ErrorCode {
    UNKNOWN_OPTION(Owner.USAGE),
    FOLDER_NOT_OURS(Owner.USAGE),
    NOTHING_PUBLISHED(Owner.USAGE),
    NOTHING_KNOWN(Owner.USAGE),
    QUERY_FAILED(Owner.USAGE),

    FILE_MISSING(Owner.INPUT),
    FILE_UNREADABLE(Owner.INPUT),
    COLUMN_MISSING(Owner.INPUT),
    RULE_FAILED(Owner.INPUT),
    GATE_FAILED(Owner.INPUT),
    TOO_MANY_REJECTED(Owner.INPUT),
    FIGURE_FROM_TWO_SOURCES(Owner.INPUT),

    DEFINITION_UNREADABLE(Owner.CONFIG),
    DEFINITION_INVALID(Owner.CONFIG),
    DUPLICATE_ID(Owner.CONFIG),
    SETTINGS_INVALID(Owner.CONFIG),
    NOT_A_LAKE(Owner.CONFIG),

    LAKE_LOCKED(Owner.PLATFORM),
    STORAGE_FAILED(Owner.PLATFORM),
    FILE_CHANGING(Owner.PLATFORM),

    STOPPED(Owner.SIGNAL),

    CONTRACT_BROKEN(Owner.INTERNAL),
    DEFECT(Owner.INTERNAL);

    private final Owner owner;

    ErrorCode(Owner owner) {
        this.owner = owner;
    }

    public Owner owner() {
        return owner;
    }
}
