using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Operations;

/// <summary>One step of a random life: who does what with which version.</summary>
internal sealed record Command(CommandKind Kind, int Person, int Number, Stage To, bool Flag);
