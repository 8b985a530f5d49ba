package cn.justicehub.hub.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hub secret}: a client secret for an agency, and the hash that goes into its folder. */
@Command(
        name = "secret",
        description = "Prints a fresh client secret, for the agency, and its hash, for the agency's folder.",
        mixinStandardHelpOptions = true)
final class SecretCommand implements Callable<Integer> {

    private static final int BYTES = 32;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        PrintWriter out = spec.commandLine().getOut();
        out.println("secret: " + secret);
        out.println("hash:   {bcrypt}" + new BCryptPasswordEncoder().encode(secret));
        return 0;
    }
}
