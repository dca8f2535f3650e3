package org.millwright.pipeline;

import java.util.List;
import org.millwright.lake.RunInfo;

/**
 * What a run knows of its inputs so far.
 *
 * @param sources what each source brought; none before that is known
 * @param files the files that are not in the tables already, with their states
 * @param definitionsChanged paths of the definition files for which figures are computed anew
 */
record Known(List<RunInfo.Source> sources, List<RunInfo.File> files, List<String> definitionsChanged) {
    static final Known NOTHING = new Known(List.of(), List.of(), List.of());

    Known with(List<RunInfo.Source> brought) {
        return new Known(brought, files, definitionsChanged);
    }
}
