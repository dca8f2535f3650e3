package org.millwright.validate;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.millwright.contract.Exclusion;
import org.millwright.validate.CodeReader.FieldReader;
import org.millwright.validate.CodeReader.Source;

/** Tells whether a contract leaves out a record, and why. */
final class ExclusionReader implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<FieldReader, Pattern> where = new HashMap<>();
    private final String reason;

    ExclusionReader(Exclusion exclusion, List<String> fields) {
        exclusion.where().forEach((field, regex) -> where.put(new FieldReader(field, fields), Pattern.compile(regex)));
        reason = exclusion.reason();
    }

    boolean excludes(Source record) {
        return where.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().matcher(record.text(entry.getKey())).matches());
    }

    String reason() {
        return reason;
    }
}
