namespace Mlops.Registry.Tests.Artifacts;

/// <summary>Tests that measure what the whole process does, and so run while no other does.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
