package org.millwright.contract;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.millwright.model.Severity;

/**
 * What must hold in the rows of a computed table, which has a column {@code source}: the id of the source contract that the
 * figure is from, or of the dataset where it is from no single one.
 *
 * @param checked which rows are cases of the rule
 * @param failed which of these break it
 * @param deviation by how much a case deviates, in units of the measure, never negative; empty for a rule that counts cases
 * @param where names a case, with what stands there
 */
public record TableRule(
        String id, Severity severity, Column checked, Column failed, Optional<Column> deviation, Column where) {

    /** A rule that counts: a case breaks it or not. It warns. */
    public static TableRule counting(String id, Column checked, Column failed, Column where) {
        return new TableRule(id, Severity.WARNING, checked, failed, Optional.empty(), where);
    }

    /** A rule that measures how far its cases deviate. It warns. */
    public static TableRule measuring(String id, Column checked, Column failed, Column deviation, Column where) {
        return new TableRule(id, Severity.WARNING, checked, failed, Optional.of(deviation), where);
    }
}
