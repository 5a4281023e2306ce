using Microsoft.Extensions.Diagnostics.HealthChecks;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.DependencyInjection;

/// <summary>Whether the store answers, and its log's stored nodes give the root of its head: O(log n) reads.</summary>
/// <remarks>The host adds it: <c>services.AddHealthChecks().AddCheck&lt;RegistryHealthCheck&gt;("models")</c>.</remarks>
public sealed class RegistryHealthCheck : IHealthCheck
{
    private readonly ModelRegistry _registry;

    /// <summary>Makes the check.</summary>
    /// <param name="registry">The registry.</param>
    public RegistryHealthCheck(ModelRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _registry = registry;
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var (head, root) = await _registry
                .Store.ReadAsync(
                    async (reader, token) =>
                    {
                        var head = await reader.GetHeadAsync(token).ConfigureAwait(false);
                        var root = await MerkleProofs.RootAsync(reader, head.Size, token).ConfigureAwait(false);
                        return (head, root);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            var data = new Dictionary<string, object> { ["store"] = _registry.Store.Name, ["entries"] = head.Size };
            return root == head.Root
                ? HealthCheckResult.Healthy(
                    FormattableString.Invariant($"The registry answers; its log has {head.Size} entries."),
                    data
                )
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    "The root of the audit log's head does not follow from its nodes: verify the log.",
                    data: data
                );
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                $"The registry's store '{_registry.Store.Name}' does not answer.",
                exception
            );
        }
    }
}
