package cn.justicehub.hub.crypto;

import cn.justicehub.hub.keys.HubKeys;
import cn.justicehub.hub.keys.NamedKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hub's keys, as those who use them see them. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    MasterKey masterKey(HubKeys keys) {
        NamedKey current = keys.master().current();
        return new MasterKey(
                current.name(),
                current.bytes(),
                keys.master().all().stream()
                        .filter(key -> !key.name().equals(current.name()))
                        .map(key -> new MasterKey(key.name(), key.bytes()))
                        .toList());
    }

    @Bean
    IndexKey indexKey(HubKeys keys) {
        NamedKey current = keys.index().current();
        return new IndexKey(
                current.name(),
                current.bytes(),
                keys.index().all().stream()
                        .filter(key -> !key.name().equals(current.name()))
                        .map(key -> new IndexKey(key.name(), key.bytes()))
                        .toList());
    }
}
