using System.Collections.Frozen;
using Mlops.Conformance.Protocol;

namespace Mlops.Conformance.Operations;

/// <summary>One operation of the protocol.</summary>
internal interface IOperation
{
    /// <summary>The protocol's name of it.</summary>
    string Name { get; }

    /// <summary>The protocol's name of each parameter of the API that is called something else there.</summary>
    FrozenDictionary<string, string> ArgumentNames => FrozenDictionary<string, string>.Empty;

    /// <summary>Reads the arguments, asks the SDK, writes the result.</summary>
    void Answer(CaseArguments arguments, CaseResult result);
}
