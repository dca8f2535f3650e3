package org.millwright.pipeline;

import java.util.List;
import org.millwright.lake.RunInfo;
import org.millwright.model.Window;

/**
 * What a run knows of its inputs so far.
 *
 * @param sources what each source brought; none before that is known
 * @param files the files that are not in the tables already, with their states
 * @param definitionsChanged paths of the definition files for which figures are computed anew
 * @param window the periods of a backfill
 */
record Known(List<RunInfo.Source> sources, List<RunInfo.File> files, List<String> definitionsChanged, Window window) {
    static final Known NOTHING = new Known(List.of(), List.of(), List.of(), Window.ALL);

    Known with(List<RunInfo.Source> brought) {
        return new Known(brought, files, definitionsChanged, window);
    }
}
