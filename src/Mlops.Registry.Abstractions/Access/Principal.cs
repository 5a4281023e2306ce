namespace Mlops.Registry.Access;

/// <summary>Who acts: a person or a service, with their roles.</summary>
/// <param name="Id">A stable, unique id, as the host's identity provider gives it; it stands in the audit log.</param>
/// <param name="Roles">The roles held, as the host's claims say.</param>
/// <param name="DisplayName">A name for people; it never enters the audit log.</param>
public sealed record Principal(string Id, IReadOnlyList<string> Roles, string? DisplayName = null)
{
    /// <summary>Whether a role is held.</summary>
    /// <param name="role">The role; compared by its characters.</param>
    public bool Holds(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
