using Mlops.Registry.Access;

namespace Mlops.Registry;

/// <summary>The registry, as one caller sees it: every operation is allowed or denied by their roles, and logged under their name.</summary>
/// <remarks>
/// <para>Every change is one commit: the records and the audit entry together, or neither. When the task has ended, it is
/// durable. Refusals are logged too.</para>
/// <para>Every operation may throw <see cref="AccessDeniedException"/>, and <see cref="RegistryNotFoundException"/> where it
/// names something that is not there. Safe to call from many threads.</para>
/// </remarks>
public partial interface IModelRegistry
{
    /// <summary>Who calls.</summary>
    Principal Caller { get; }
}
