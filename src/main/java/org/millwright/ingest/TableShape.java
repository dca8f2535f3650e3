package org.millwright.ingest;

import java.io.Serializable;
import java.util.List;
import org.millwright.contract.Format;
import org.millwright.contract.SourceContract;
import org.millwright.contract.Unpivot;

/** What a reader needs to know of a source contract: where the table stands, and which fields to deliver. */
public record TableShape(Format format, Unpivot unpivot, List<String> fields) implements Serializable {
    public static TableShape of(SourceContract contract) {
        return new TableShape(contract.format(), contract.unpivot(), contract.fields());
    }
}
