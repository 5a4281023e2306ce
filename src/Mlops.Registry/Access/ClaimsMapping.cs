using System.Security.Claims;

namespace Mlops.Registry.Access;

/// <summary>Which claims say who a user is.</summary>
public sealed record ClaimsMapping
{
    /// <summary>The claims that hold a stable id, the first one present counts.</summary>
    /// <value><c>sub</c>, then the name identifier.</value>
    public IReadOnlyList<string> IdClaims { get; init; } = ["sub", ClaimTypes.NameIdentifier];

    /// <summary>The claims that hold roles.</summary>
    /// <value><c>role</c>, <c>roles</c>, and the role claim of .NET.</value>
    public IReadOnlyList<string> RoleClaims { get; init; } = ["role", "roles", ClaimTypes.Role];

    /// <summary>The claims that hold a name for people.</summary>
    /// <value><c>name</c>, then the name claim of .NET.</value>
    public IReadOnlyList<string> NameClaims { get; init; } = ["name", ClaimTypes.Name];

    /// <summary>The role of the registry for a role of the host, where they are called differently.</summary>
    public IReadOnlyDictionary<string, string> RoleNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Makes a principal of a signed-in user.</summary>
    /// <param name="user">The user.</param>
    /// <exception cref="AccessDeniedException">The user is not signed in, or has no claim that identifies them.</exception>
    public Principal ToPrincipal(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity?.IsAuthenticated != true)
        {
            throw new AccessDeniedException("The user is not signed in: nobody without a name may use the registry.");
        }

        var id = First(user, IdClaims);
        if (id is null)
        {
            throw new AccessDeniedException(
                $"The user has no claim that identifies them: one of {string.Join(", ", IdClaims)} is needed."
            );
        }

        // Claims of identities that are not authenticated say nothing.
        var roles = Authenticated(user)
            .Where(claim => RoleClaims.Contains(claim.Type, StringComparer.Ordinal))
            .Select(claim => RoleNames.GetValueOrDefault(claim.Value, claim.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new Principal(id, [.. roles], First(user, NameClaims));
    }

    private static IEnumerable<Claim> Authenticated(ClaimsPrincipal user) =>
        user.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.Claims);

    private static string? First(ClaimsPrincipal user, IReadOnlyList<string> types) =>
        types
            .Select(type =>
                Authenticated(user)
                    .FirstOrDefault(claim => claim.Type == type && !string.IsNullOrWhiteSpace(claim.Value))
                    ?.Value
            )
            .FirstOrDefault(value => value is not null);
}
