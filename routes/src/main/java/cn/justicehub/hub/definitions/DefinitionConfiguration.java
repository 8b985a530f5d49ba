package cn.justicehub.hub.definitions;

import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.connectors.agency.AgencyLoader;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.security.ClientSync;
import cn.justicehub.hub.start.HubProperties;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the definitions in force at start. */
@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {

    @Bean
    ClockKeeper clockKeeper(DefinitionSettings settings) {
        return new ClockKeeper(new StatutoryClock(CalendarFiles.load(settings.calendar())));
    }

    @Bean
    Catalogue catalogue(
            DefinitionTable table,
            Activation activation,
            DefinitionSettings settings,
            HubProperties hub,
            AgencyFolders agencies,
            ClientSync clients,
            BusinessClock businessClock) {
        ExchangeTypeLoader typeLoader = new ExchangeTypeLoader(businessClock.toClock());
        AgencyLoader agencyLoader = new AgencyLoader(hub.sandbox());
        ActiveCatalogue catalogue = new ActiveCatalogue(table, typeLoader, agencyLoader);
        new StartUp(table, activation, catalogue, clients)
                .run(Folders.read(typeLoader, agencyLoader, settings.exchanges(), agencies.directory()));
        return catalogue;
    }
}
