// Columns that hold what they hold on SQLite, so that one migration serves both: whole numbers of 64 bits, fractions of 64 bits,
// texts in the order of their code points whatever language the server speaks.
import {
  OperationNodeTransformer,
  type ColumnDefinitionNode,
  type DataTypeNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'

const types: Readonly<Record<string, string>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text collate "C"',
}

export class ColumnsAsOnSqlite implements KyselyPlugin {
  readonly #transformer = new ColumnTransformer()
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node.kind === 'CreateTableNode' || node.kind === 'AlterTableNode' ? this.#transformer.transformNode(node) : node
  }
  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

class ColumnTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const { autoIncrement, dataType, ...rest } = super.transformColumnDefinition(node)
    return {
      ...rest,
      dataType: isDataType(dataType)
        ? ({ ...dataType, dataType: types[dataType.dataType] ?? dataType.dataType } as DataTypeNode)
        : dataType,
      ...(autoIncrement && { generated: { kind: 'GeneratedNode', identity: true, byDefault: true } }),
    }
  }
}

const isDataType = (node: { readonly kind: string }): node is DataTypeNode => node.kind === 'DataTypeNode'
