namespace Mlops.Registry.Access;

/// <summary>Which role may do what. What no role grants is denied.</summary>
public sealed class AccessRules
{
    private readonly Dictionary<string, IReadOnlySet<RegistryRight>> _grants;

    /// <summary>Makes rules.</summary>
    /// <param name="grants">The permissions of each role.</param>
    /// <exception cref="ArgumentException">A role has no name.</exception>
    public AccessRules(IReadOnlyDictionary<string, IReadOnlyCollection<RegistryRight>> grants)
    {
        ArgumentNullException.ThrowIfNull(grants);
        _grants = new(StringComparer.Ordinal);
        foreach (var (role, permissions) in grants)
        {
            if (string.IsNullOrWhiteSpace(role))
            {
                throw new ArgumentException("A role has no name.", nameof(grants));
            }

            _grants[role] = new HashSet<RegistryRight>(permissions);
        }
    }

    /// <summary>The roles of <see cref="RegistryRole"/>: nobody who registers may approve, and nobody who approves may activate.</summary>
    public static AccessRules Default { get; } =
        new(
            new Dictionary<string, IReadOnlyCollection<RegistryRight>>
            {
                [RegistryRole.Reader] = [RegistryRight.Read],
                [RegistryRole.Author] =
                [
                    RegistryRight.Read,
                    RegistryRight.ManageModels,
                    RegistryRight.Register,
                    RegistryRight.AttachEvidence,
                    RegistryRight.AssessRisk,
                    RegistryRight.RequestReview,
                ],
                [RegistryRole.Validator] =
                [
                    RegistryRight.Read,
                    RegistryRight.AttachEvidence,
                    RegistryRight.Approve,
                    RegistryRight.Delegate,
                ],
                [RegistryRole.RiskOfficer] =
                [
                    RegistryRight.Read,
                    RegistryRight.ReadAudit,
                    RegistryRight.AssessRisk,
                    RegistryRight.Approve,
                    RegistryRight.RevokeApproval,
                    RegistryRight.Delegate,
                    RegistryRight.Suspend,
                ],
                [RegistryRole.Operator] =
                [
                    RegistryRight.Read,
                    RegistryRight.Transition,
                    RegistryRight.Suspend,
                    RegistryRight.MoveAlias,
                    RegistryRight.RollBack,
                ],
                [RegistryRole.Auditor] = [RegistryRight.Read, RegistryRight.ReadAudit],
                [RegistryRole.Administrator] =
                [
                    RegistryRight.Read,
                    RegistryRight.ReadAudit,
                    RegistryRight.ManagePolicy,
                    RegistryRight.ManageRetention,
                    RegistryRight.Erase,
                    RegistryRight.SignCheckpoint,
                ],
            }
        );

    /// <summary>Whether a principal may do something.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="permission">What.</param>
    public bool Allows(Principal principal, RegistryRight permission)
    {
        ArgumentNullException.ThrowIfNull(principal);
        foreach (var role in principal.Roles)
        {
            if (_grants.TryGetValue(role, out var permissions) && permissions.Contains(permission))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The roles that may do something, the one with the fewest rights first: what a refusal tells.</summary>
    /// <param name="permission">What.</param>
    public IReadOnlyList<string> RolesThatMay(RegistryRight permission) =>
        [
            .. _grants
                .Where(grant => grant.Value.Contains(permission))
                .OrderBy(grant => grant.Value.Count)
                .ThenBy(grant => grant.Key, StringComparer.Ordinal)
                .Select(grant => grant.Key),
        ];
}
