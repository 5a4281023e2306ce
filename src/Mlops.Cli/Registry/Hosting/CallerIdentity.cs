using Mlops.Registry.Access;

namespace Mlops.Cli.Registry.Hosting;

/// <summary>Who acts, as they say themselves: the tool can't check it.</summary>
internal static class CallerIdentity
{
    public const string UserVariable = "MLOPS_USER";

    public const string RolesVariable = "MLOPS_ROLES";

    public static readonly IReadOnlyList<string> KnownRoles =
    [
        RegistryRole.Reader,
        RegistryRole.Author,
        RegistryRole.Validator,
        RegistryRole.RiskOfficer,
        RegistryRole.Operator,
        RegistryRole.Auditor,
        RegistryRole.Administrator,
    ];

    public static Principal Resolve(RegistryRequest request, IReadOnlyList<string> defaultRoles)
    {
        var user = request.User ?? Environment.GetEnvironmentVariable(UserVariable) ?? Environment.UserName;
        if (string.IsNullOrWhiteSpace(user))
        {
            throw new CliException($"Who acts? Say --user NAME, or set {UserVariable}.");
        }

        var stated = Split(request.Roles);
        if (stated.Count == 0 && Environment.GetEnvironmentVariable(RolesVariable) is { } variable)
        {
            stated = Split([variable]);
        }

        return new Principal(user, stated.Count == 0 ? defaultRoles : stated);
    }

    /// <summary>How to state the roles that would do.</summary>
    public static string Hint(Principal caller, IReadOnlyList<string> roles)
    {
        var unknown = caller.Roles.Where(role => !KnownRoles.Contains(role)).ToList();
        var misspelt =
            unknown.Count == 0
                ? ""
                : $" '{string.Join("', '", unknown)}' {(unknown.Count == 1 ? "is no role" : "are no roles")} that the defaults know; these are: {string.Join(", ", KnownRoles)}.";
        return roles.Count == 0
            ? misspelt.TrimStart()
            : $"State roles with --roles {Least(roles)}, or set {RolesVariable}.{misspelt}";
    }

    // The role that may do least of those that would do.
    private static string Least(IReadOnlyList<string> roles) =>
        roles.Contains(RegistryRole.Reader) ? RegistryRole.Reader
        : roles.Contains(RegistryRole.Auditor) ? RegistryRole.Auditor
        : KnownRoles.FirstOrDefault(roles.Contains) ?? roles[0];

    private static IReadOnlyList<string> Split(IEnumerable<string> texts) =>
        [
            .. texts
                .SelectMany(text =>
                    text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
