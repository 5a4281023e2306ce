using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;

namespace Mlops.Registry.Engine;

/// <summary>What a caller wants: checked against their roles, and written into the log whatever comes of it.</summary>
/// <param name="Operation">Its name in instruments and access records: <c>move-alias</c>.</param>
/// <param name="Action">What the log calls it.</param>
/// <param name="Right">What it takes; <see langword="null"/> when the operation itself decides.</param>
/// <param name="Model">The model it is about.</param>
/// <param name="Version">The version it is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="Ticket">The ticket.</param>
internal sealed record Intent(
    string Operation,
    AuditAction Action,
    RegistryRight? Right,
    string? Model = null,
    VersionKey? Version = null,
    string? Reason = null,
    string? Ticket = null
)
{
    /// <summary>What it is about, in words.</summary>
    public string Subject => Version?.ToString() ?? Model ?? "the registry";
}
