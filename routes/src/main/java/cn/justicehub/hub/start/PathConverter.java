package cn.justicehub.hub.start;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A path in the configuration is a path of the file system, never (as in Spring) one of the class path as well. */
@Component
@ConfigurationPropertiesBinding
final class PathConverter implements Converter<String, Path> {

    @Override
    public Path convert(String source) {
        return Path.of(source);
    }
}
