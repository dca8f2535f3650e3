package org.millwright.error;

/** Who must act on an error. The exit code follows from it, so that a scheduler can tell a retry from a repair. */
public enum Owner {
    /** The analyst who typed the command. */
    USAGE(64),
    /** The agency or whoever delivered the data. */
    INPUT(65),
    /** The developers: a defect of the program. */
    INTERNAL(70),
    /** The operator: locked, full, unreachable; a retry may help. */
    PLATFORM(75),
    /** The analyst who wrote settings, contracts or definitions. */
    CONFIG(78),
    /** Nobody: whoever ended the process by SIGTERM wanted it so. 128 + 15, as every shell says it. */
    SIGNAL(143);

    private final int exitCode;

    Owner(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
