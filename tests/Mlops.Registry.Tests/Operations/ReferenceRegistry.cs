using Mlops.Registry.Access;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Tests.Operations;

/// <summary>What a registry with one model and one alias must come to, in the simplest words.</summary>
internal sealed class ReferenceRegistry
{
    /// <summary>One person for each role, one without, and last one whom nothing is denied but who may not approve as others.</summary>
    public static IReadOnlyList<Principal> People { get; } =
    [
        Operations.People.Ada,
        new("ada", [RegistryRole.Validator]),
        Operations.People.Vera,
        Operations.People.Otto,
        Operations.People.Audrey,
        Operations.People.Eve,
        new("max", [RegistryRole.Author, RegistryRole.Validator, RegistryRole.RiskOfficer, RegistryRole.Operator]),
    ];

    public Dictionary<int, Stage> Stages { get; } = [];

    public int Alias { get; private set; }

    public long AliasRevision { get; private set; }

    public List<(DateTimeOffset At, int Number)> Pointed { get; } = [];

    public void Move(int number, Stage to, bool keepOthers)
    {
        if (to == Stage.Active && !keepOthers)
        {
            foreach (
                var other in Stages.Where(stage => stage.Value == Stage.Active).Select(stage => stage.Key).ToList()
            )
            {
                Stages[other] = Stage.Superseded;
            }
        }

        Stages[number] = to;
    }

    public void Point(int number, DateTimeOffset at)
    {
        Alias = number;
        AliasRevision++;
        Pointed.Add((at, number));
    }
}
