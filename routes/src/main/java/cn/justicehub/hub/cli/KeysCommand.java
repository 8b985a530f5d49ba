package cn.justicehub.hub.cli;

import cn.justicehub.hub.keys.DerivedWebhookSecrets;
import cn.justicehub.hub.keys.KeyDirectory;
import cn.justicehub.hub.keys.KeyRing;
import cn.justicehub.hub.start.CannotStartException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub keys}: what is done with the hub's keys. */
@Command(
        name = "keys",
        description = "Makes the hub's keys.",
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.Init.class, KeysCommand.Webhook.class})
final class KeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return spec.exitCodeOnInvalidInput();
    }

    /** {@code hub keys init}: makes a full set of keys. */
    @Command(
            name = "init",
            description = "Makes a directory with fresh keys. Never overwrites one. Keep a copy where the hub's"
                    + " backups are not: without master.key they cannot be read.",
            mixinStandardHelpOptions = true)
    static final class Init implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "DIRECTORY", description = "Where the keys go; readable by its owner only.")
        private Path directory = Path.of("keys");

        @Option(
                names = "--origin",
                required = true,
                paramLabel = "NAME",
                description = "The hub's name in its log, for ever, such as hub.example.org. A name, not an address.")
        private String origin = "";

        @Override
        public Integer call() {
            try {
                new KeyDirectory(directory).create(origin);
            } catch (CannotStartException e) {
                e.reasons().forEach(spec.commandLine().getErr()::println);
                return 1;
            }
            spec.commandLine().getOut().println("Keys of " + origin + " are in " + directory.toAbsolutePath());
            return 0;
        }
    }

    /** {@code hub keys webhook}: the secret that an agency needs to check what is pushed to it. */
    @Command(
            name = "webhook",
            description = "Prints the secret with which an agency checks the signature of what is pushed to it.",
            mixinStandardHelpOptions = true)
    static final class Webhook implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(index = "0", paramLabel = "DIRECTORY", description = "The hub's key directory.")
        private Path directory = Path.of("keys");

        @Parameters(index = "1", paramLabel = "AGENCY", description = "Code of the agency.")
        private String agency = "";

        @Override
        public Integer call() {
            try {
                KeyRing master = new KeyDirectory(directory).master();
                spec.commandLine().getOut().println(new DerivedWebhookSecrets(master).current(agency));
            } catch (CannotStartException e) {
                e.reasons().forEach(spec.commandLine().getErr()::println);
                return 1;
            }
            return 0;
        }
    }
}
