package se.tidig.engine.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import se.tidig.engine.LogInServices;
import se.tidig.engine.StaffGroup;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.ApplicantAccounts;

/** Who has access to which addresses. Every address that is not named here is denied. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String PORTAL_CONTENT = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /** Tasklist stores the answers in the browser and fills them in again when the task is reopened. */
    static final String LOGGED_OUT = "Inloggningen har gått ut. Logga in igen och öppna uppgiften på nytt. "
            + "Det du har skrivit är sparat i den här webbläsaren.";

    private static final String[] PASSWORD_PROBES = {
        "/engine-rest/identity/verify",
        "/engine-rest/engine/*/identity/verify",
        "/camunda/api/engine/engine/*/identity/verify"
    };

    private final IdentityService identity;
    private final StaffRegister register;
    private final LoggedIn sessions;
    private final HeldForms held;
    private final WantedPageCache wanted = new WantedPageCache();
    private final WelcomeHandler welcome;
    private final SigningStrength strength;
    private final StrongerLogin stronger;
    private final boolean web;
    private final String metricsToken;

    Doors(
            IdentityService identity,
            StaffRegister register,
            ApplicantAccounts applicants,
            HeldForms held,
            SigningStrength strength,
            @Value("${tidig.roles}") List<String> roles,
            @Value("${tidig.metrics.token:}") String metricsToken) {
        this.identity = identity;
        this.register = register;
        this.held = held;
        this.sessions = new LoggedIn(register, applicants);
        this.welcome = new WelcomeHandler(register, applicants, held, wanted, strength);
        this.strength = strength;
        this.stronger = new StrongerLogin(strength, held, wanted);
        this.web = roles.contains("web");
        this.metricsToken = metricsToken;
    }

    @Bean
    static AuthenticationManager authenticationManager(AccountProvider accounts) {
        return new ProviderManager(accounts);
    }

    /** Matches paths from the root, because the webapps and REST have servlets of their own. */
    @Bean
    static PathPatternRequestMatcher.Builder paths() {
        return PathPatternRequestMatcher.withDefaults();
    }

    /** Metrics for monitoring: with the token of {@code tidig.metrics.token}, or with an administrator's password. */
    @Bean
    @Order(0)
    SecurityFilterChain metrics(HttpSecurity http) throws Exception {
        return headers(http)
                .securityMatcher("/actuator/prometheus/**", "/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, request) -> new AuthorizationDecision(
                                hasToken(request.getRequest()) || isAdministrator(who.get()))))
                .httpBasic(basic -> basic.authenticationEntryPoint(Doors::askForPassword))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Doors::askForPassword))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private boolean hasToken(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !metricsToken.isBlank()
                && given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + metricsToken).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAdministrator(Authentication who) {
        return who != null
                && Role.STAFF.isOf(who)
                && register.find(who.getName())
                        .filter(staff -> staff.isIn(StaffGroup.ADMINISTRATORS))
                        .isPresent();
    }

    /** The engine's REST interface: every request carries a password, and there is no session. */
    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, ProcessEngine engine) throws Exception {
        return headers(http)
                .securityMatcher("/engine-rest/**", "/engine-rest")
                .authorizeHttpRequests(requests -> requests.requestMatchers(PASSWORD_PROBES)
                        .denyAll()
                        .requestMatchers("/engine-rest/external-task/**", "/engine-rest/engine/*/external-task/**")
                        .hasAnyRole(Role.STAFF.name(), Role.WORKER.name())
                        .anyRequest()
                        .hasRole(Role.STAFF.name()))
                .httpBasic(basic -> basic.authenticationEntryPoint(Doors::askForPassword))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Doors::askForPassword))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                // Without session and cookie, another site cannot use the person's log-in.
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(ActingStaffFilter.withPasswords(identity, register), AuthorizationFilter.class)
                .addFilterAfter(new BoundedBodyFilter(), AuthorizationFilter.class)
                .addFilterAfter(new BoundedListFilter(engine), AuthorizationFilter.class)
                .build();
    }

    /** Portal, case pages and webapps share one log-in and one session. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            AuthenticationManager manager,
            ProcessEngine engine,
            SingleSignOn signOn,
            KnownDevice device,
            ObjectProvider<LogInServices> services)
            throws Exception {
        if (services.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .authorizationEndpoint(
                            begin -> begin.authorizationRequestResolver(stronger.resolver(services.getObject()))
                                    .authorizationRequestRepository(StrongerLogin.requests()))
                    .userInfoEndpoint(person -> person.oidcUserService(signOn))
                    .successHandler(welcome)
                    .failureHandler(SingleSignOn::refuse)
                    .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                        @Override
                        public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                            filter.setAuthenticationFailureHandler(SingleSignOn::refuse);
                            return filter;
                        }
                    }));
        }
        var api = path(null, "/camunda/api/**");
        var strategy = new CompositeSessionAuthenticationStrategy(List.of(sessions, device));
        return headers(http)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll()
                            .requestMatchers("/actuator/health/**", "/error")
                            .permitAll();
                    if (web) {
                        // CVE-2026-77226: the first caller could become administrator.
                        requests.requestMatchers("/camunda/api/admin/setup/**")
                                .denyAll()
                                .requestMatchers(PASSWORD_PROBES)
                                .denyAll()
                                // These are figures of all boards.
                                .requestMatchers("/camunda/api/admin/plugin/*/*/metrics/**")
                                .access((who, request) -> new AuthorizationDecision(isAdministrator(who.get())))
                                // Camunda's own filter refuses these too, but ends the session, so another site could
                                // log people out.
                                .requestMatchers(Doors::isForgedInWebapp)
                                .denyAll()
                                // Before it logs in, the webapps' own log-in form asks only for the engine's name.
                                .requestMatchers(HttpMethod.GET, "/camunda/api/engine/engine/")
                                .permitAll()
                                .requestMatchers("/camunda/**")
                                .hasRole(Role.STAFF.name())
                                .requestMatchers(
                                        "/arenden/**",
                                        "/arenden.csv",
                                        "/arenden.xlsx",
                                        "/personal/**",
                                        "/processer/**",
                                        "/foretradare/**")
                                .hasRole(Role.STAFF.name())
                                .requestMatchers("/fortsatt")
                                .hasAnyRole(Role.STAFF.name(), Role.APPLICANT.name())
                                .requestMatchers("/losenord")
                                .hasAnyRole(Role.STAFF.name(), Role.NEWCOMER.name())
                                .requestMatchers(strength::isForSigning)
                                .access((who, request) -> new AuthorizationDecision(
                                        Role.APPLICANT.isOf(who.get()) && strength.isEnough(who.get())))
                                .requestMatchers(
                                        "/mina-sidor/**", "/utkast/**", "/utlysningar/*/ansok", "/organisationer/**")
                                .hasRole(Role.APPLICANT.name())
                                .requestMatchers("/tillganglighet", "/personuppgifter")
                                .permitAll()
                                .requestMatchers(
                                        "/", "/utlysningar/**", "/login", "/konto/**", "/assets/**", "/favicon.ico")
                                .permitAll();
                    }
                    requests.anyRequest().denyAll();
                })
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(LoginDetails::new)
                        .successHandler(welcome)
                        .failureHandler((request, response, why) ->
                                response.sendRedirect(request.getContextPath() + refused(why))))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                path(HttpMethod.POST, "/logout"),
                                // A form on another site cannot send the header.
                                new AndRequestMatcher(
                                        path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"),
                                        new RequestHeaderRequestMatcher("X-XSRF-TOKEN"))))
                        .logoutSuccessHandler(Doors::farewell))
                .addFilterAt(new WebappLogin(manager, strategy, engine), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(ActingStaffFilter.inSessions(identity, register, sessions), AuthorizationFilter.class)
                .addFilterAfter(new BoundedBodyFilter(), AuthorizationFilter.class)
                .addFilterAfter(new BoundedListFilter(engine), AuthorizationFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(toLogin(api)).accessDeniedHandler(stronger))
                .sessionManagement(management -> management.sessionAuthenticationStrategy(strategy))
                .requestCache(cache -> cache.requestCache(wanted))
                // In a cookie, because the log-in page needs the token before there is a session. The webapps have
                // their own filter against forged requests.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).ignoringRequestMatchers("/camunda/**"))
                .build();
    }

    /**
     * Whether a change comes without the header that the webapps' scripts send; a form on another site cannot send it.
     */
    private static boolean isForgedInWebapp(HttpServletRequest request) {
        return path(null, "/camunda/api/**").matches(request)
                && !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())
                && request.getHeader("X-XSRF-TOKEN") == null;
    }

    private static String refused(AuthenticationException why) {
        if (why instanceof DisabledException) {
            return "/login?obekraftat";
        }
        return why instanceof MustWait wait ? "/login?vanta=" + wait.minutes() : "/login?fel";
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        // The webapps use the names XSRF-TOKEN and X-XSRF-TOKEN themselves.
        cookie.setCookieName("csrf");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax"));
        return cookie;
    }

    /** Runs around all other filters and around the error page. */
    @Bean
    static FilterRegistrationBean<FailedRequests> failedRequests() {
        var registration = new FilterRegistrationBean<>(new FailedRequests());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
        return registration;
    }

    /** Runs when all of a form has been read, and before the session is. */
    @Bean
    static FilterRegistrationBean<ArrivalFilter> arrival(Clock clock) {
        var registration = new FilterRegistrationBean<>(new ArrivalFilter(clock));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** Runs before all other filters. */
    @Bean
    static FilterRegistrationBean<PlainPathFilter> plainPaths() {
        var registration = new FilterRegistrationBean<>(new PlainPathFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Runs before the token against forged requests is read. */
    @Bean
    static FilterRegistrationBean<TooMuchFilter> tooMuch() {
        var registration = new FilterRegistrationBean<>(new TooMuchFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
        return registration;
    }

    /** Runs before the webapps' own filters. */
    @Bean
    static FilterRegistrationBean<OwnNonce> ownNonce() {
        var registration = new FilterRegistrationBean<>(new OwnNonce());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns("/camunda/app/*");
        return registration;
    }

    /** Tells the webapps who is logged in; runs before their own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> staffInWebapps() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                WebappAuthenticationProvider.class.getName()));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PORTAL_CONTENT))
                .frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults())
                .httpStrictTransportSecurity(Customizer.withDefaults()));
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    static void tellLoggedOut(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("{\"message\":\"" + LOGGED_OUT + "\"}");
    }

    /**
     * Redirects pages to the log-in. A background request of a webapp gets an answer with a message, which the webapp
     * shows. A draft that saves itself gets a status only: its page keeps what was typed and says what to do.
     */
    private AuthenticationEntryPoint toLogin(RequestMatcher api) {
        var page = new LoginUrlAuthenticationEntryPoint("/login");
        var again = new LoginUrlAuthenticationEntryPoint("/login?utgangen");
        return (request, response, why) -> {
            if (api.matches(request)) {
                tellLoggedOut(response);
            } else if ("fetch".equals(request.getHeader("X-Requested-With"))) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else if (why instanceof CredentialsExpiredException
                    || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
                held.hold(request, response);
                again.commence(request, response, why);
            } else {
                page.commence(request, response, why);
            }
        };
    }

    private static void askForPassword(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof MustWait wait) {
            response.setStatus(429);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.minutes() * 60));
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Basic realm=\"Tidig\", charset=\"UTF-8\"");
        }
        var message = why instanceof MustWait || why instanceof BadCredentialsException
                ? why.getMessage()
                : "Ange användarnamn och lösenord.";
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write("{\"message\":\"" + message + "\"}");
    }

    private static void farewell(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?utloggad");
        }
    }
}
