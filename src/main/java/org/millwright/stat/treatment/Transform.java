package org.millwright.stat.treatment;

/** What is done to a series that still has outliers when enough points were drawn in. */
public enum Transform {
    NONE(NoTreatment.DEFAULT),
    LOG(new Log(Argument.RANGE)),
    LOG_PLUS_ONE(new Log(Argument.PLUS_ONE)),
    LOG_GII(new Log(Argument.GII)),
    BOX_COX(BoxCox.DEFAULT);

    private final Treatment treatment;

    Transform(Treatment treatment) {
        this.treatment = treatment;
    }

    Treatment treatment() {
        return treatment;
    }
}
