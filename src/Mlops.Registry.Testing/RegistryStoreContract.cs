using Mlops.Registry.Testing.Cases;

namespace Mlops.Registry.Testing;

/// <summary>The contract of <see cref="Stores.IRegistryStore"/> as cases that any test framework can run.</summary>
/// <remarks>
/// <para>A case makes its own place and leaves nothing behind, so cases may run in any order and beside each other. What a
/// case asserts is written in the documentation of the store's interfaces, with two rules that pin it down: texts are ordered
/// by their Unicode code points, as the bytes of UTF-8 are; and a record without a number, a beginning or an update
/// comes after all that have one where these come in descending order, and no condition on it holds.</para>
/// <para>The cases find most mistakes and not all: what only a crash or hours of load show, they don't.</para>
/// </remarks>
public static class RegistryStoreContract
{
    /// <summary>All cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        .. RecordCases.All,
        .. CommitCases.All,
        .. ConcurrencyCases.All,
        .. LogCases.All,
        .. TreeCases.All,
        .. QueryCases.All,
        .. IndexCases.All,
        .. PagingCases.All,
        .. TextCases.All,
        .. LimitCases.All,
        .. SnapshotCases.All,
        .. CancellationCases.All,
        .. ReopeningCases.All,
    ];

    /// <summary>Finds a case by its name.</summary>
    /// <param name="name">As <see cref="ContractCase.Name"/> has it.</param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    public static ContractCase Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Cases.FirstOrDefault(one => one.Name == name)
            ?? throw new ArgumentException(
                $"There is no case '{name}'; there are {string.Join(", ", Cases.Select(one => one.Name))}.",
                nameof(name)
            );
    }

    /// <summary>Runs all cases, one after another.</summary>
    /// <param name="factory">Makes the places of the stores.</param>
    /// <param name="progress">Told of each case when it has ended.</param>
    /// <param name="timeProvider">Measures the cases; <see langword="null"/> for the system's clock.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<ContractReport> RunAsync(
        IRegistryStoreFactory factory,
        IProgress<ContractResult>? progress = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(factory);
        var clock = timeProvider ?? TimeProvider.System;
        var results = new List<ContractResult>();
        foreach (var one in Cases)
        {
            var result = await RunAsync(one, factory, clock, cancellationToken).ConfigureAwait(false);
            results.Add(result);
            progress?.Report(result);
        }

        return new ContractReport(results);
    }

    private static async Task<ContractResult> RunAsync(
        ContractCase one,
        IRegistryStoreFactory factory,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (one.NeedsReopening && !factory.CanReopen)
        {
            return new ContractResult(one, ContractOutcome.NotApplicable, TimeSpan.Zero, null);
        }

        var start = clock.GetTimestamp();
        try
        {
            await one.RunAsync(factory, cancellationToken).ConfigureAwait(false);
            return new ContractResult(one, ContractOutcome.Kept, clock.GetElapsedTime(start), null);
        }
        catch (ContractViolationException violation)
        {
            return new ContractResult(one, ContractOutcome.Broken, clock.GetElapsedTime(start), violation);
        }
    }
}
