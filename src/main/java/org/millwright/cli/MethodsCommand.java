package org.millwright.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.millwright.query.ReleaseSql.Answer;
import org.millwright.yaml.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "methods",
        description = "What a composite index can be made of: a list of all methods, or the page of one.",
        footer = {
            "",
            "Examples:",
            "  millwright methods",
            "  millwright methods z-score",
            "  millwright methods treatment/none",
            "  millwright methods --format csv"
        })
final class MethodsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "table", description = "Of the list: table (default), csv or json.")
    private AnswerPrinter format;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The method, as a definition writes it; treatment/none where two families have the name.")
    private String name;

    @Override
    public Integer call() {
        List<MethodPage> pages = MethodPage.all();
        if (name == null) {
            format.print(list(pages), System.out);
        } else {
            System.out.print(named(pages).stream().map(MethodPage::text).collect(Collectors.joining("\n")));
        }
        return 0;
    }

    private static Answer list(List<MethodPage> pages) {
        return new Answer(
                List.of("method", "family", "summary"),
                pages.stream()
                        .map(page ->
                                List.<Object>of(page.method(), page.family().id(), page.summary()))
                        .toList());
    }

    /** The pages of that name: one, unless two families have a method of the name. */
    private List<MethodPage> named(List<MethodPage> pages) {
        Map<String, List<MethodPage>> byName =
                new TreeMap<>(pages.stream().collect(Collectors.groupingBy(MethodPage::method)));
        Set<String> names = Set.copyOf(byName.keySet());
        pages.forEach(page -> byName.put(page.path(), List.of(page)));
        List<MethodPage> named = byName.get(name);
        if (named == null) {
            Set<String> known = name.contains("/") ? byName.keySet() : names;
            throw new ParameterException(
                    spec.commandLine(), "there is no method '" + name + "'. " + NearestName.suggestion(name, known));
        }
        return named;
    }
}
