package org.millwright.seasonal;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import org.millwright.contract.FestivalDates;
import org.millwright.contract.Seasonal;

/**
 * What is declared of seasonal adjustment.
 *
 * @param byDataset dataset to how its series are adjusted; a dataset that is not here is not adjusted
 * @param definitions dataset to a text that changes with the definitions behind its series
 * @param totalled measures of which a year is the sum or the mean of its periods, so that adjustment has to keep it
 */
public record Declarations(
        HashMap<String, Seasonal> byDataset,
        HashMap<String, String> definitions,
        HashSet<String> totalled,
        FestivalDates springFestival)
        implements Serializable {}
