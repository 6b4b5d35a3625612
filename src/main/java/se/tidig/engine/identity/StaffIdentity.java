package se.tidig.engine.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import se.tidig.engine.Staff;
import se.tidig.engine.StaffGroups;
import se.tidig.engine.StaffRegister;
import se.tidig.organisation.Board;

/**
 * Shows staff to the engine as its users, groups and tenants, read-only: nobody creates any through the webapps or
 * REST. The boards have few staff, so queries read all of them and filter in memory.
 */
class StaffIdentity implements ReadOnlyIdentityProvider {

    private final StaffRegister register;
    private final StaffGroups groups;

    StaffIdentity(StaffRegister register, StaffGroups groups) {
        this.register = register;
        this.groups = groups;
    }

    @Override
    public User findUserById(String userId) {
        return register.find(userId)
                .filter(StaffIdentity::isSeen)
                .map(StaffIdentity::user)
                .orElse(null);
    }

    @Override
    public UserQueryImpl createUserQuery() {
        return new Users(executor());
    }

    @Override
    public UserQueryImpl createUserQuery(CommandContext commandContext) {
        return new Users(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Native queries for users are not supported.");
    }

    /**
     * Always false. {@link Login} checks passwords, because it knows the address and slows down people who guess. The
     * engine would check a password for anybody who names an account.
     */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String groupId) {
        return groups.find(groupId).map(StaffIdentity::group).orElse(null);
    }

    @Override
    public GroupQueryImpl createGroupQuery() {
        return new Groups(executor());
    }

    @Override
    public GroupQueryImpl createGroupQuery(CommandContext commandContext) {
        return new Groups(null);
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return Arrays.stream(Board.values())
                .filter(board -> board.tenant().equals(tenantId))
                .map(StaffIdentity::tenant)
                .findFirst()
                .orElse(null);
    }

    @Override
    public TenantQueryImpl createTenantQuery() {
        return new Tenants(executor());
    }

    @Override
    public TenantQueryImpl createTenantQuery(CommandContext commandContext) {
        return new Tenants(null);
    }

    @Override
    public void flush() {
        // nothing to write
    }

    @Override
    public void close() {
        // nothing to close
    }

    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    /** A person who is logged in sees the staff of their own boards; Tidig itself sees all. */
    private static boolean isSeen(Staff staff) {
        var context = Context.getCommandContext();
        var person = context == null ? null : context.getAuthentication();
        return person == null
                || person.getUserId() == null
                || person.getUserId().equals(staff.id())
                || person.getTenantIds() != null
                        && person.getTenantIds().stream().anyMatch(staff.tenants()::contains);
    }

    private static User user(Staff staff) {
        var user = new UserEntity(staff.id());
        var space = staff.name().lastIndexOf(' ');
        user.setFirstName(space < 0 ? staff.name() : staff.name().substring(0, space));
        user.setLastName(space < 0 ? "" : staff.name().substring(space + 1));
        user.setEmail(staff.email());
        return user;
    }

    private static Group group(StaffGroups.Group group) {
        var entity = new GroupEntity(group.id());
        entity.setName(group.name());
        entity.setType(group.isAdministrators() ? "SYSTEM" : "WORKFLOW");
        return entity;
    }

    private static Tenant tenant(Board board) {
        var entity = new TenantEntity(board.tenant());
        entity.setName(board.swedishName());
        return entity;
    }

    private static boolean is(String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean oneOf(String[] wanted, String value) {
        return wanted == null || Arrays.asList(wanted).contains(value);
    }

    private static boolean like(String pattern, String value) {
        return pattern == null
                || value != null
                        && value.toLowerCase().contains(pattern.replace("%", "").toLowerCase());
    }

    private static <T> List<T> page(Stream<T> all, Page page, Function<T, String> order) {
        var sorted = all.sorted(Comparator.comparing(order));
        return page == null
                ? sorted.toList()
                : sorted.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private final class Users extends UserQueryImpl {

        private Users(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            var found = register.all().stream()
                    .filter(StaffIdentity::isSeen)
                    .filter(staff -> is(id, staff.id()) && oneOf(ids, staff.id()))
                    .filter(staff -> groupId == null || staff.groups().contains(groupId))
                    .filter(staff -> tenantId == null || staff.tenants().contains(tenantId))
                    .map(StaffIdentity::user)
                    .filter(user -> is(firstName, user.getFirstName()) && like(firstNameLike, user.getFirstName()))
                    .filter(user -> is(lastName, user.getLastName()) && like(lastNameLike, user.getLastName()))
                    .filter(user -> is(email, user.getEmail()) && like(emailLike, user.getEmail()));
            return page(found, page, User::getId);
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }

    private final class Groups extends GroupQueryImpl {

        private Groups(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            var of = userId == null
                    ? null
                    : register.find(userId)
                            .filter(StaffIdentity::isSeen)
                            .map(Staff::groups)
                            .orElse(Set.of());
            var found = groups.all().stream()
                    .filter(group -> of == null || of.contains(group.id()))
                    .map(StaffIdentity::group)
                    .filter(group -> is(id, group.getId()) && oneOf(ids, group.getId()))
                    .filter(group -> is(name, group.getName()) && like(nameLike, group.getName()))
                    .filter(group -> is(type, group.getType()))
                    .filter(group -> tenantId == null);
            return page(found, page, Group::getId);
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }

    private final class Tenants extends TenantQueryImpl {

        private Tenants(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            var of = userId == null
                    ? null
                    : register.find(userId)
                            .filter(StaffIdentity::isSeen)
                            .map(Staff::tenants)
                            .orElse(Set.of());
            var found = Arrays.stream(Board.values())
                    .map(StaffIdentity::tenant)
                    .filter(tenant -> of == null || of.contains(tenant.getId()))
                    .filter(tenant -> is(id, tenant.getId()) && oneOf(ids, tenant.getId()))
                    .filter(tenant -> is(name, tenant.getName()) && like(nameLike, tenant.getName()))
                    .filter(tenant -> groupId == null);
            return page(found, page, Tenant::getId);
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }
    }
}
