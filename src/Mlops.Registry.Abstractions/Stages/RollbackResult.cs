using Mlops.Registry.Models;

namespace Mlops.Registry.Stages;

/// <summary>A rollback that was done.</summary>
/// <param name="From">The version that was left.</param>
/// <param name="To">The version that is active now.</param>
/// <param name="PassedOver">Earlier versions that were not taken, each with the reason.</param>
/// <param name="Entry">The index of the audit entry.</param>
public sealed record RollbackResult(ModelVersion From, ModelVersion To, IReadOnlyList<string> PassedOver, long Entry);
