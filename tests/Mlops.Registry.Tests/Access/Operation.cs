using Mlops.Registry.Access;

namespace Mlops.Registry.Tests.Access;

/// <summary>One operation of the registry, with arguments that need nothing to be there, and the rights that would do.</summary>
internal sealed record Operation(string Name, Func<IModelRegistry, Task> Call, params RegistryRight[] Rights);
