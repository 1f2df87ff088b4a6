import { join } from 'node:path'
import { orderSchema, type ExportOrder } from '../domain/exporting/order'
import { usualOrder } from '../domain/exporting/usual'
import { MachineFile } from './machineFile'

/** What was last exported of each project on this machine. */
export class LastOrders {
  /** @param folder where they are kept, a file a project */
  constructor(private readonly folder: string) {}

  /** @param project its id */
  async of(project: string): Promise<ExportOrder> {
    return (await this.file(project).read()) ?? usualOrder
  }

  async remember(project: string, order: ExportOrder): Promise<void> {
    await this.file(project).write(order)
  }

  private file(project: string): MachineFile<ExportOrder> {
    return new MachineFile<ExportOrder>(join(this.folder, `${project}.json`), orderSchema)
  }
}
