package org.millwright.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The extract of the business register as Parquet: one wide row for each area, division and year; withheld is null. */
final class RegisterFiles {
    static final Set<Measure> MEASURES = EnumSet.range(Measure.RD_EXPENDITURE, Measure.DEATHS);
    private static final String RELEASED = "2025-03-31";
    private static final int SPLIT_YEAR = 2018;

    private final Country country;

    RegisterFiles(Country country) {
        this.country = country;
    }

    void write(Path folder) throws IOException {
        int first = country.extent().firstYear();
        if (first <= SPLIT_YEAR) {
            write(folder, first, SPLIT_YEAR);
        }
        write(folder, Math.max(first, SPLIT_YEAR + 1), Extent.LAST_YEAR);
    }

    private void write(Path folder, int first, int last) throws IOException {
        Path file = folder.resolve("business-register-" + first + "-" + last + ".parquet");
        try (ParquetWriter<Group> out = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .config("title", "Synthetic data: Synthetica does not exist")
                .build()) {
            for (int year = first; year <= last; year++) {
                rows(out, year);
            }
            if (last == Extent.LAST_YEAR) {
                badRow(out);
            }
        }
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String name : List.of("area", "division", "status", "released")) {
            schema.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
        }
        schema.required(PrimitiveTypeName.INT32).named("year");
        MEASURES.forEach(measure -> schema.optional(PrimitiveTypeName.INT64).named(measure.column()));
        return schema.named("business_register");
    }

    private void rows(ParquetWriter<Group> out, int year) throws IOException {
        String status = year == Extent.LAST_YEAR ? "P" : "A";
        for (int area : country.extent().areas().toArray()) {
            for (Division division : country.divisions()) {
                Group row = row(Country.code(area), division.code(), year).append("status", status).append("released", RELEASED);
                if (!country.isWithheld(area, division)) {
                    Figures figures = country.figures(area, division, year);
                    MEASURES.forEach(measure -> row.add(measure.column(), figures.of(measure)));
                }
                out.write(row);
            }
        }
    }

    private static Group row(String area, String division, int year) {
        return new SimpleGroup(schema()).append("area", area).append("division", division).append("year", year);
    }

    /** A row whose date of release is no date of ISO 8601. */
    private static void badRow(ParquetWriter<Group> out) throws IOException {
        out.write(row("XM-01", "131", Extent.LAST_YEAR).append("status", "A").append("released", "31.03.2025"));
    }
}
