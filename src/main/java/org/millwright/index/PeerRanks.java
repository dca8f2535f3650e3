package org.millwright.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.millwright.stat.Ranks;

/** Ranks among peers: 1 is the highest score, ties share the smallest rank; 0 for a unit that has none. */
final class PeerRanks {
    private final Map<String, List<Integer>> groups;

    /** @param section only its compared units are ranked */
    PeerRanks(CrossSection section) {
        groups = IntStream.range(0, section.size())
                .filter(row -> section.compared()[row])
                .boxed()
                .collect(Collectors.groupingBy(row -> section.peers()[row], HashMap::new, Collectors.toList()));
    }

    int[] of(double[] scores) {
        int[] ranks = new int[scores.length];
        groups.values().forEach(rows -> {
            double[] ofPeers = Ranks.descending(
                    rows.stream().mapToDouble(row -> scores[row]).toArray());
            for (int i = 0; i < ofPeers.length; i++) {
                ranks[rows.get(i)] = Double.isNaN(ofPeers[i]) ? 0 : (int) ofPeers[i];
            }
        });
        return ranks;
    }

    /** The same, with NaN for a unit that has none. */
    double[] orMissing(double[] scores) {
        return Arrays.stream(of(scores))
                .mapToDouble(rank -> rank == 0 ? Double.NaN : rank)
                .toArray();
    }
}
