package org.millwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.millwright.stat.Family;

/** The methodology page of a method: a heading, its meaning in a few sentences, then formula, options, domain and so on. */
record MethodPage(Family family, String method, String text) {

    /** The pages of all methods, family by family. */
    static List<MethodPage> all() {
        return Stream.of(Family.values())
                .flatMap(family -> family.methods().keySet().stream().map(method -> read(family, method)))
                .toList();
    }

    private static MethodPage read(Family family, String method) {
        String file = "/methods/" + family.id() + "/" + method + ".md";
        try (InputStream page = MethodPage.class.getResourceAsStream(file)) {
            if (page == null) {
                throw new IllegalStateException("there is no page " + file);
            }
            return new MethodPage(family, method, new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The name that only this page has: {@code treatment/none}. */
    String path() {
        return family.id() + "/" + method;
    }

    /** Its first sentence. */
    String summary() {
        String meaning = text.split("\n\n", 3)[1].replace('\n', ' ');
        return meaning.split("(?<=\\.) ", 2)[0];
    }
}
