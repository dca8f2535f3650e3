package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.Format;

/** SDMX-CSV 1.0 and 2.0, after the field guides of SDMX 2.1 and 3.0. */
class SdmxCsvTest {
    private static final String[] FIELDS = {"REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"};

    @TempDir
    private Path folder;

    private Reading reading;

    @BeforeEach
    void open() {
        reading = new Reading(folder);
    }

    private List<String> read(String text) {
        return Reading.read(reading.write("data.csv", text), new Format.SdmxCsv(), FIELDS);
    }

    @Test
    void versionOneStartsWithItsDataflow() {
        assertThat(read("""
                DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                ESTAT:NA_MAIN(1.6.0),DE,2015,12.5,A
                """)).containsExactly("2: DE|2015|12.5|A");
    }

    @Test
    void versionTwoStartsWithItsStructure() {
        assertThat(read("""
                STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                dataflow,ESTAT:NA_MAIN(1.6.0),I,DE,2015,12.5,A
                dataflow,ESTAT:NA_MAIN(1.6.0),R,FR,2015,,Q
                """)).containsExactly("2: DE|2015|12.5|A", "3: FR|2015|null|Q");
    }

    @Test
    void labelsAreNoPartOfACode() {
        assertThat(read("""
                STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: Reference area,TIME_PERIOD: Time period,OBS_VALUE: Value,OBS_STATUS: Status
                dataflow,ESTAT:NA_MAIN(1.6.0): National accounts,I,DE: Germany,2015,12.5,"A: Normal value, as observed"
                """)).containsExactly("2: DE|2015|12.5|A");
    }

    @Test
    void withoutLabelsInTheHeaderAColonBelongsToTheCell() {
        assertThat(read("""
                DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                X,DE: Germany,2015,12.5,A
                """)).containsExactly("2: DE: Germany|2015|12.5|A");
    }

    @Test
    void aDeletionIsNoFigure() {
        assertThat(read("""
                STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                dataflow,X,I,DE,2015,12.5,A
                dataflow,X,D,FR,2015,7,A
                """))
                .containsExactly(
                        "2: DE|2015|12.5|A",
                        "3! the row deletes a figure (ACTION D); only a file that states figures can be read");
    }

    @Test
    void missingDimensionIsNamed() {
        assertThat(read("DATAFLOW,REF_AREA,OBS_VALUE,OBS_STATUS\nX,DE,1,A\n"))
                .containsExactly(
                        "1! the header lacks 'TIME_PERIOD'; it holds DATAFLOW, OBS_STATUS, OBS_VALUE, REF_AREA");
    }
}
