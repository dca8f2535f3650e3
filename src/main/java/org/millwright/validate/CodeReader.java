package org.millwright.validate;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millwright.contract.Dimension;
import org.millwright.contract.SourceContract;

/** Reads the code of one dimension from a record, after its contract. */
final class CodeReader implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String constant;
    private final FieldReader field;
    private final Pattern pattern;
    private final HashMap<String, String> codes;

    CodeReader(Dimension dimension, List<String> fields) {
        if (dimension instanceof Dimension.Field described) {
            constant = null;
            field = new FieldReader(described.name(), fields);
            pattern = described.pattern().isEmpty() ? null : Pattern.compile(described.pattern());
            codes = new HashMap<>(described.codes());
        } else {
            constant = ((Dimension.Constant) dimension).code();
            field = new FieldReader(SourceContract.FILE_FIELD, fields);
            pattern = null;
            codes = new HashMap<>();
        }
    }

    /** The raw text of the field, for messages. */
    String observed(Source record) {
        return constant != null ? constant : record.text(field);
    }

    String fieldName() {
        return field.name();
    }

    /** The code; empty if the text does not match, or is not in the code list of the contract. */
    Optional<String> read(Source record) {
        if (constant != null) {
            return Optional.of(constant);
        }
        String text = record.text(field);
        if (pattern != null) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            text = matcher.groupCount() == 0 ? text : matcher.group(1);
        }
        return codes.isEmpty()
                ? Optional.of(text).filter(code -> !code.isEmpty())
                : Optional.ofNullable(codes.get(text));
    }

    /** The match of the pattern, for its named groups; empty where there is no pattern or no match. */
    Optional<Matcher> match(Source record) {
        if (pattern == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(observed(record));
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** One record's texts: its fields, and the names of its file and sheet. */
    record Source(List<String> fields, String file, String sheet) {
        String text(FieldReader field) {
            String text = field.read(this);
            return text == null ? "" : text;
        }
    }

    /** Where a field stands in a record. */
    record FieldReader(String name, int index) implements Serializable {
        FieldReader(String name, List<String> fields) {
            this(name, fields.indexOf(name));
        }

        String read(Source record) {
            return switch (name) {
                case SourceContract.FILE_FIELD -> record.file();
                case SourceContract.SHEET_FIELD -> record.sheet();
                default -> record.fields().get(index);
            };
        }
    }

    static Map<String, FieldReader> readers(Iterable<String> names, List<String> fields) {
        Map<String, FieldReader> readers = new HashMap<>();
        names.forEach(name -> readers.put(name, new FieldReader(name, fields)));
        return readers;
    }
}
