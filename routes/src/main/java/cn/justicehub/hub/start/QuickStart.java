package cn.justicehub.hub.start;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out auto-configurations that the hub never uses and that would make every start slower. Camel finds its
 * components and languages without them: they only offer properties for each.
 */
final class QuickStart implements AutoConfigurationImportFilter {

    private static final List<String> USELESS = List.of(
            "org.apache.camel.component.",
            "org.apache.camel.language.",
            "org.apache.camel.model.rest.",
            "org.apache.camel.spring.boot.actuate.",
            "org.apache.camel.spring.boot.cluster.",
            "org.apache.camel.spring.boot.errorregistry.",
            "org.apache.camel.spring.boot.security.",
            "org.apache.camel.spring.boot.trace.",
            "org.apache.camel.spring.boot.vault.",
            "org.springframework.boot.transaction.jta.",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcObservation",
            "org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasks",
            "org.springframework.boot.micrometer.metrics.autoconfigure.ssl.",
            "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            wanted[i] = !isUseless(names[i]);
        }
        return wanted;
    }

    private static boolean isUseless(@Nullable String name) {
        return name != null && USELESS.stream().anyMatch(name::startsWith);
    }
}
