package org.redress.platform.pages;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pages of the services are.
 *
 * @param urls base address by the service's name
 */
@ConfigurationProperties("redress")
record FrameSettings(@DefaultValue Map<String, String> urls) {}
