package org.millwright.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.yaml.NearestName;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program. Only this class ends the process. */
@Command(
        name = "millwright",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        description = "Transformation indices and structural statistics of manufacturing.",
        footer = {
            "",
            "Examples:",
            "  millwright run",
            "  millwright query \"SELECT * FROM traditional_share\"",
            "  millwright run --help"
        },
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            DemoCommand.class,
            QueryCommand.class,
            StatusCommand.class,
            ReleasesCommand.class,
            ExplainCommand.class,
            IndexCommand.class,
            MethodsCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class Millwright {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean verbose;

    private Millwright() {}

    public static void main(String[] arguments) {
        WorkFolder.open();
        int exitCode = execute(arguments);
        // Under a cluster manager exit 0 is left to the framework, which may still be cleaning up.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Runs one command line and returns its exit code. */
    public static int execute(String... arguments) {
        Millwright program = new Millwright();
        return new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Millwright::usage)
                .setExecutionExceptionHandler(program::failed)
                .execute(arguments);
    }

    private static int usage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        System.err.println(wrong.getMessage());
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            System.err.print(suggestion(unmatched, command));
        }
        System.err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ErrorCode.UNKNOWN_OPTION.owner().exitCode();
    }

    /** The option or command that was most likely meant. */
    private static String suggestion(CommandLine.UnmatchedArgumentException unmatched, CommandLine command) {
        String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        Set<String> known = unmatched.isUnknownOption()
                ? longNames(command)
                : command.getSubcommands().keySet();
        return known.isEmpty() ? "" : NearestName.suggestion(typed, known) + System.lineSeparator();
    }

    /** Each option once. */
    private static Set<String> longNames(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (verbose) {
            failure.printStackTrace();
        }
        if (failure instanceof MillwrightException expected) {
            expected.problems().stream().map(Problem::text).forEach(text -> System.err.println("error: " + text));
            return expected.exitCode();
        }
        System.err.println(
                "error: " + failure + "\nThis is a defect. Run again with --verbose and report what it prints.");
        return ErrorCode.DEFECT.owner().exitCode();
    }
}
