using Mlops.Registry.Stages;

namespace Mlops.Registry.Engine;

/// <summary>What a unit of work came to: a value and the steps taken, or a refusal that is committed to the log before it is thrown.</summary>
internal readonly record struct Outcome<T>(
    T? Value,
    RegistryException? Refusal,
    IReadOnlyList<(Stage From, Stage To)> Steps
);
